/** The package's own types know named exports only, which Node does not find in a CommonJS file. */
declare module 'xz-decompress/dist/package/xz-decompress.js' {
  type Inflater = new (stored: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>;
  /** Where a bundler made the import. */
  export const XzReadableStream: Inflater | undefined;
  /** Where Node did: all that the file exports. */
  const exported: { XzReadableStream: Inflater } | undefined;
  export default exported;
}
