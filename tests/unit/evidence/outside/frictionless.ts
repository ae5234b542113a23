/** What Frictionless Data's own implementation for JavaScript (npm: datapackage 1.1.10, MIT) says of the tables that lie in a folder. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Package, type Resource } from 'datapackage';

async function described(folder: string): Promise<Package> {
  const descriptor = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8')) as object;
  return Package.load(descriptor, { basePath: folder });
}

async function rowFaults(resource: Resource, folder: string): Promise<readonly string[]> {
  const { path: file } = resource.descriptor;
  // It throws over it where nobody can catch that.
  if (!existsSync(path.join(folder, file))) return [`${file} is not there`];
  try {
    await resource.read({ relations: true });
  } catch (error) {
    const { message, errors = [] } = error as Error & { readonly errors?: readonly Error[] };
    return [`${file}: ${[message, ...errors.map((one) => one.message)].join(' / ')}`];
  }
  // It leaves the order of the header unread, and takes the cells by their places.
  const [header = ''] = readFileSync(path.join(folder, file), 'utf8').split('\r\n');
  return header === resource.schema.fieldNames.join() ? [] : [`${file}: another header`];
}

/** What is wrong with a package: its description by the published profiles, and each row of each file by its types, keys and references. */
export async function frictionlessFaults(folder: string): Promise<readonly string[]> {
  const { valid, errors, resources } = await described(folder);
  if (!valid) return errors.map(({ message }) => message);
  return (await Promise.all(resources.map((resource) => rowFaults(resource, folder)))).flat();
}

/** Files that have another size or hash than the description says; that implementation leaves both unread. */
export async function describedFileFaults(folder: string): Promise<readonly string[]> {
  const { resources } = await described(folder);
  return resources.flatMap(({ descriptor: { path: file, bytes, hash } }) => {
    const content = readFileSync(path.join(folder, file));
    const is = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    return [...(content.length === bytes ? [] : [`${file}: size`]), ...(is === hash ? [] : [`${file}: hash`])];
  });
}
