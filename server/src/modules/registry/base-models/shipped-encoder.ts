import { productFolder } from '../../../platform/files/product-folder.js';

/** Where the encoder that ships with the product lies. */
export const shippedEncoderFolder = (): string => productFolder('models', 'encoder', 'weights');
