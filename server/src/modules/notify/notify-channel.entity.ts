import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelName } from './notify.types.js';

export interface WebhookSettings {
  url: string;
}

export interface EmailSettings {
  host: string;
  port: number;
  /** `tls` from the first byte, `starttls` demanded, `none` in the clear. */
  security: 'tls' | 'starttls' | 'none';
  user: string;
  from: string;
}

/** How one way of delivery is set up. */
@Entity('notify_channel')
export class NotifyChannel {
  @PrimaryColumn('text')
  name!: ChannelName;

  @Column('boolean')
  enabled!: boolean;

  @Column('jsonb')
  settings!: Partial<WebhookSettings & EmailSettings>;

  /** Sealed; of the webhook the key of its signatures, of e-mail the password. */
  @Column('text', { nullable: true })
  secret!: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('text', { name: 'updated_by_name' })
  updatedByName!: string;
}
