// In this order: the points are planted before the worker sets itself up.
import './hold.ts';
import '../../src/worker/worker.ts';
