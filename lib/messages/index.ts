export * from './format';
export * from './language';
export * from './translator';
export * from './visible-text';
