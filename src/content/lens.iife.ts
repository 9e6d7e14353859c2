import { Lens } from './lens.ts';
import { joinAs } from './parts.ts';

joinAs((side) => new Lens(location.hostname, side));
