#!/usr/bin/env node
// Runs the command line: the sources are TypeScript, so they are loaded through tsx.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
