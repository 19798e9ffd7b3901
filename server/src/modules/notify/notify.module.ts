import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChannelsService } from './channels.service.js';
import { DeliverJob } from './deliver.job.js';
import { DeliveriesResolver } from './deliveries.resolver.js';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery } from './delivery.entity.js';
import { Notification } from './notification.entity.js';
import { NotifyChannel } from './notify-channel.entity.js';
import { NotifyResolver } from './notify.resolver.js';
import { NotifyService } from './notify.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Notification, Delivery, NotifyChannel])],
  providers: [NotifyService, ChannelsService, DeliveriesService, DeliverJob, NotifyResolver, DeliveriesResolver],
  exports: [NotifyService, ChannelsService],
})
export class NotifyModule {}
