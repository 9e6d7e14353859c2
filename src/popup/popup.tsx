import { render } from 'preact';

const root = document.querySelector('#popup');
if (root) render(<h1>Paperkin</h1>, root);
