import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * antd hands its nonce to its own styles, but two helpers below it (scroll lock of drawers, scroll-bar measuring) write
 * a style element without one, which the content security policy refuses. They all pass through this one line.
 */
const nonceForEveryStyle = (): Plugin => {
  const without = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }';
  const within = "styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property=csp-nonce]')?.nonce ?? '';";
  return {
    name: 'nonce-for-every-style',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('@rc-component/util/es/Dom/dynamicCSS')) return null;
      if (!code.includes(without)) throw new Error('dynamicCSS.js of @rc-component/util has changed: look at its nonce again');
      return { code: code.replace(without, within), map: null };
    },
  };
};

/**
 * Style sheets say letters in pixels, as they are drawn on the desk. The elder view multiplies them all by one number,
 * also those of a page whose author did not think of it; paper, which counts in points, is left alone.
 */
const lettersFollowTheView = {
  postcssPlugin: 'letters-follow-the-view',
  Declaration: (style: { prop: string; value: string }) => {
    if (!['font', 'font-size', 'line-height'].includes(style.prop) || style.value.includes('--letters')) return;
    style.value = style.value.replace(/\b([\d.]+px)\b/g, 'calc($1 * var(--letters))');
  },
};

/** What the server writes into the page for each request; the development server serves one bureau without a policy. */
const placeholdersFilled = (): Plugin => ({
  name: 'placeholders-filled',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace('__BASE__', '').replace('__NONCE__', ''),
});

export default defineConfig({
  root: 'src/web',
  plugins: [react(), nonceForEveryStyle(), placeholdersFilled()],
  css: { postcss: { plugins: [lettersFollowTheView] } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      // An import that leads nowhere would be left for the browser to fail on, in a page that nobody opened in a test.
      onwarn: (warning, warn) => {
        if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
        warn(warning);
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:3000' } },
});
