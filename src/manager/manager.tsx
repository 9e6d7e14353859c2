import { render } from 'preact';
import { App } from './app.tsx';

const root = document.querySelector('#manager');
if (root) render(<App />, root);
