// The start of a reading thread. A thread loads TypeScript by itself, however the process was started: under
// tsx it could inherit the loader, under a test runner it could not.
import { register } from 'tsx/esm/api';

register();
await import('./scan-files.ts');
