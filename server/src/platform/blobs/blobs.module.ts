import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENVIRONMENT } from '../configuration/configuration.module.js';
import type { Environment } from '../configuration/environment.js';
import { Blob } from './blob.entity.js';
import { BlobStore } from './blob-store.js';
import { LocalBlobStore } from './local-blob-store.js';
import { Upload } from './upload.entity.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Blob, Upload])],
  controllers: [UploadsController],
  providers: [
    { provide: BlobStore, inject: [ENVIRONMENT], useFactory: (environment: Environment) => new LocalBlobStore(join(environment.home, 'blobs')) },
    UploadsService,
  ],
  exports: [BlobStore, UploadsService],
})
export class BlobsModule {}
