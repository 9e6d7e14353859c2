// What runs inside a page: finding titles, badges, card and panel are wired here.
import '../sites/site.ts';
