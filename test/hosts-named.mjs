// Loaded before a server: says on standard error which hosts its process asks for by name or connects to.
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const say = (host) => process.stderr.write(`HOST ${host}\n`);

const { lookup } = dns;
dns.lookup = (host, ...rest) => (say(host), lookup(host, ...rest));
const promised = dns.promises.lookup;
dns.promises.lookup = (host, ...rest) => (say(host), promised(host, ...rest));

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function named(...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === 'object') say(first.path ?? first.host ?? 'localhost');
  else say(typeof second === 'string' ? second : 'localhost');
  return connect.apply(this, given);
};
syncBuiltinESMExports();
