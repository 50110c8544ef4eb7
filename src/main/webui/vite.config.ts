import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * `--mode mock` serves the page against recorded answers (src/mocks) for work on the page alone;
 * nothing of it reaches a production build.
 */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  publicDir: mode === 'mock' ? 'mock-public' : 'public',
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 800 },
  server: { port: 5173, strictPort: true, host: '127.0.0.1' },
  preview: { port: 4173, strictPort: true, host: '127.0.0.1' },
  // Files share what they load, which takes longer than the tests. The limit is for what hangs; a busy machine is not a failure.
  test: { environment: 'jsdom', setupFiles: ['src/test-setup.ts'], restoreMocks: true, isolate: false, testTimeout: 30_000 },
}));
