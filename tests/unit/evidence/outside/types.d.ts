/** What is asked of packages that bring no types. */
declare module 'har-schema' {
  const schemas: Readonly<Record<string, object>>;
  export default schemas;
}
declare module 'datapackage' {
  export interface Resource {
    readonly descriptor: { readonly path: string; readonly bytes: number; readonly hash: string };
    readonly schema: { readonly fieldNames: readonly string[] };
    read(options: { readonly relations: boolean }): Promise<readonly unknown[]>;
  }
  export interface Package {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  export const Package: {
    load(descriptor: object, options: { readonly basePath: string }): Promise<Package>;
  };
}
