// Plain JavaScript on Node's own modules, because this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname ?? process.cwd());
const NODE_MIN = [20, 19];

/** Ends in words when Node is too old to run us. */
export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  end(
    `需要 Node.js ${NODE_MIN.join('.')} 以上版本，当前为 ${process.versions.node}。请安装 Node.js 24 LTS 后重试。`,
    `Node.js ${NODE_MIN.join('.')} or newer is needed, this is ${process.versions.node}. Install Node.js 24 LTS and try again.`,
  );
}

/**
 * Runs `npm ci` when the installed packages are not those of the lock file.
 * @param {{ withTools: boolean }} need whether the packages for building and testing are needed as well
 */
export function needModules({ withTools }) {
  if (areInstalled(withTools)) return;
  console.log('正在安装依赖 / Installing packages …');
  // Install scripts of packages stay off: nothing we use needs them, and they run foreign code.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  end(
    '依赖安装失败。请检查网络或 npm 镜像设置（npm config get registry）；内网可先在外网机器执行 npm ci，再整个目录拷入。',
    'Installing the packages failed. Check the network or the registry (npm config get registry); for a closed network run npm ci elsewhere and copy the whole folder.',
  );
}

/** Compares npm's own list of what it installed with the lock file; packages of other platforms may be absent. */
function areInstalled(withTools) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || (entry.dev && !withTools)) return true;
    return installed[path]?.version === entry.version;
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Runs a JavaScript tool of node_modules and answers its exit code. */
export function runTool(file, args, env = {}) {
  const command = [join(root, 'node_modules', file), ...args];
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return status ?? 1;
}

export function end(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}
