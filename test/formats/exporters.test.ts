import { describe, expect, test } from 'vitest';
import { bibtex } from '../../src/formats/bibtex/bibtex.ts';
import type { PaperRecord } from '../../src/paper/record.ts';
import { readAll, readRecords } from './records.ts';

/** An entry of an invented paper as each exporter writes it, with the habits each is known for. */
const FILES: Readonly<Record<string, readonly [string, Partial<PaperRecord>]>> = {
  'Zotero, BibTeX': [
    String.raw`
@misc{crease_folds_2020,
	title = {On {Folds} of {\textless}i{\textgreater}Napkins{\textless}/i{\textgreater} \& {Maps}: 50\% \$5 α-{Creases}},
	url = {http://arxiv.org/abs/2001.00001},
	doi = {10.48550/arXiv.2001.00001},
	abstract = {We fold {\textasciitilde}50{\textbackslash}\% of \{all\} maps\_1.

A second paragraph.},
	urldate = {2024-03-04},
	publisher = {arXiv},
	author = {Crease, Ada and van den Pleat, Bo and {The Fold Group}},
	month = jan,
	year = {2020},
	note = {arXiv:2001.00001 [cs]},
	keywords = {Computer Science - Computer Vision, mine},
	annote = {Comment: 12 pages, 3 figures},
	file = {Full Text PDF:C\:\\Users\\x\\Zotero\\storage\\ABCD\\Crease.pdf:application/pdf},
}
`,
    {
      title: 'On Folds of <i>Napkins</i> & Maps: 50% $5 α-Creases', authors: ['Ada Crease', 'Bo van den Pleat', 'The Fold Group'], arxivId: '2001.00001', year: 2020, note: 'Comment: 12 pages, 3 figures',
      tags: ['Computer Science - Computer Vision', 'mine'], abstract: 'We fold ~50\\% of {all} maps_1.\n\nA second paragraph.', url: 'http://arxiv.org/abs/2001.00001',
    },
  ],
  'Better BibLaTeX': [
    String.raw`@online{creaseFolds2020a,
  title = {On {{Folds}}: {{A Study}} of {{BERT}}, {\emph{in Vivo}}},
  author = {Crease, Ada and family=Pleat, given=Bo, prefix=van den, useprefix=true},
  date = {2020-01-02},
  eprint = {2001.00001},
  eprinttype = {arXiv},
  eprintclass = {cs},
  doi = {10.48550/arXiv.2001.00001},
  url = {http://arxiv.org/abs/2001.00001},
  urldate = {2024-03-04},
  abstract = {We fold \textasciitilde 50\% maps.},
  langid = {english},
  pubstate = {prepublished},
  keywords = {Computer Science - CV,mine},
  annotation = {Comment: 12 pages},
  file = {/home/x/Zotero/storage/ABCD/Crease et al. - 2020 - On Folds.pdf}
}
`,
    { title: 'On Folds: A Study of BERT, in Vivo', authors: ['Ada Crease', 'Bo van den Pleat'], arxivId: '2001.00001', year: 2020, abstract: 'We fold ~50% maps.', tags: ['Computer Science - CV', 'mine'], note: 'Comment: 12 pages' },
  ],
  DBLP: [
    String.raw`@article{DBLP:journals/corr/abs-2001-00001,
  author       = {Ada Crease and
                  Bo Pleat and
                  J{\"{o}}rg Fa{\ss}b{\'{e}}nder 0001},
  title        = {On Folds: {A} Study of {BERT} with
                  {\textdollar}k{\textdollar}-Creases},
  journal      = {CoRR},
  volume       = {abs/2001.00001},
  year         = {2020},
  url          = {http://arxiv.org/abs/2001.00001},
  eprinttype    = {arXiv},
  eprint       = {2001.00001},
  timestamp    = {Mon, 13 Jan 2020 12:40:17 +0100},
  biburl       = {https://dblp.org/rec/journals/corr/abs-2001-00001.bib},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}
`,
    { title: 'On Folds: A Study of BERT with $k$-Creases', authors: ['Ada Crease', 'Bo Pleat', 'Jörg Faßbénder'], arxivId: '2001.00001', year: 2020 },
  ],
  'DBLP with crossref': [
    String.raw`@inproceedings{DBLP:conf/cf/Crease20,
  author       = {Ada Crease},
  title        = {On Folds},
  booktitle    = {{CF}},
  pages        = {1--8},
  crossref     = {DBLP:conf/cf/2020},
  doi          = {10.1145/3300000.3300001}
}
@proceedings{DBLP:conf/cf/2020,
  editor       = {Ed Itor},
  title        = {Proceedings of the Conference on Folds, {CF} 2020, Paris},
  publisher    = {{ACM}},
  year         = {2020},
  doi          = {10.1145/3300000},
  isbn         = {978-1-0000-0000-0}
}
`,
    { title: 'On Folds', venue: 'CF', year: 2020, doi: '10.1145/3300000.3300001', authors: ['Ada Crease'] },
  ],
  'ACL Anthology': [
    String.raw`@string{cf = {Proceedings of the Conference on Folds ({V}olume 1: Long Papers)}}
@inproceedings{crease-pleat-2020-folds,
    title = "On {F}olds: <opening quotes>Why'' {--} A {BERT}-based Study of {T}{\"u}rk{\c{c}}e",
    author = "Crease, Ada  and
      Pleat, Bo",
    editor = "Itor, Ed",
    booktitle = cf,
    month = jul,
    year = "2020",
    address = "Online",
    publisher = "Association for Folds",
    url = "https://aclanthology.org/2020.cf-main.1/",
    doi = "10.18653/v1/2020.cf-main.1",
    pages = "1--8",
    abstract = "We fold {\textquotedblleft}maps{\textquotedblright} by 5.5{\%} on the {\textless}b{\textgreater}test{\textless}/b{\textgreater}."
}
`.replace('<opening quotes>', '``'),
    { title: 'On Folds: “Why” – A BERT-based Study of Türkçe', authors: ['Ada Crease', 'Bo Pleat'], venue: 'Proceedings of the Conference on Folds (Volume 1: Long Papers)', year: 2020, doi: '10.18653/v1/2020.cf-main.1', abstract: 'We fold “maps” by 5.5% on the <b>test</b>.' },
  ],
  'Google Scholar': [
    String.raw`@article{crease2020folds,
  title={On folds},
  author={Crease, Ada and Pleat, Bo B and Others, Very and others},
  journal={arXiv preprint arXiv:2001.00001},
  year={2020}
}
`,
    { title: 'On folds', authors: ['Ada Crease', 'Bo B Pleat', 'Very Others'], arxivId: '2001.00001', year: 2020 },
  ],
  Mendeley: [
    String.raw`Automatically generated by Mendeley Desktop 1.19.8
Any changes to this file will be lost if it is regenerated by Mendeley.

BibTeX export options can be customized via Options -> BibTeX in Mendeley Desktop

@article{Crease2020,
abstract = {We fold {\textgreater}50{\%} of {\$}n{\$} maps {\&} more. {\textcopyright} 2020},
annote = {Read this{\~{}}again.

Second},
archivePrefix = {arXiv},
arxivId = {cs.CV/2001.00001},
author = {Crease, Ada and Fa{\ss}b{\'{e}}nder, J{\"{o}}rg and {\O}rsted, {\AA}sa and Garc{\'{i}}a, Jos{\'{e}}},
doi = {10.1000/j.fold.2020.1},
eprint = {2001.00001},
file = {:C$\backslash$:/Users/x/Crease - 2020.pdf:pdf},
journal = {Journal of Folds},
keywords = {folds,maps},
mendeley-groups = {Thesis/Chapter 1,Folds},
mendeley-tags = {important},
title = {{On Folds}},
url = {http://arxiv.org/abs/2001.00001 http://dx.doi.org/10.1000/j.fold.2020.1},
year = {2020}
}
`,
    {
      title: 'On Folds', abstract: 'We fold >50% of $n$ maps & more. © 2020', authors: ['Ada Crease', 'Jörg Faßbénder', 'Åsa Ørsted', 'José García'], arxivId: '2001.00001', doi: '10.1000/j.fold.2020.1', venue: 'Journal of Folds', year: 2020,
      tags: ['folds', 'maps', 'important'], collections: ['Thesis/Chapter 1', 'Folds'], note: 'Read this~again.\n\nSecond', url: 'http://arxiv.org/abs/2001.00001',
    },
  ],
  JabRef: [
    String.raw`% Encoding: UTF-8

@Article{Crease2020,
  author       = {Crease, Ada and Pleat, Jr, Bo},
  date         = {2020-01},
  journaltitle = {Journal of Folds \& Maps},
  title        = {On Folds},
  doi          = {10.1000/1},
  comment      = {Mine},
  file         = {:C\:/x.pdf:PDF},
  groups       = {Thesis, To read},
  keywords     = {folds; maps},
  readstatus   = {read},
  creationdate = {2021-05-01T12:30:00},
  owner        = {x},
}

@Comment{jabref-meta: databaseType:biblatex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Thesis\;0\;1\;0x8a8a8aff\;\;\;;
1 StaticGroup:To read\;0\;0\;\;\;\;;
}
`,
    { title: 'On Folds', authors: ['Ada Crease', 'Bo Pleat Jr'], venue: 'Journal of Folds & Maps', year: 2020, doi: '10.1000/1', note: 'Mine', collections: ['Thesis', 'To read'], tags: ['folds', 'maps'], isRead: true, added: Date.UTC(2021, 4, 1, 12, 30) },
  ],
  'arXiv itself': [
    String.raw`@misc{crease2020folds,
      title={On Folds: $\alpha$-Creases in $\mathbb{R}^n$}, 
      author={Ada Crease and Bo Pleat},
      year={2020},
      eprint={2001.00001},
      archivePrefix={arXiv},
      primaryClass={cs.CV},
      url={https://arxiv.org/abs/2001.00001}, 
}`,
    { title: 'On Folds: $\\alpha$-Creases in $\\mathbb{R}^n$', authors: ['Ada Crease', 'Bo Pleat'], arxivId: '2001.00001', year: 2020, url: 'https://arxiv.org/abs/2001.00001' },
  ],
  'the ADS': [
    String.raw`@ARTICLE{2020arXiv200100001C,
       author = {{Crease}, Ada and {van den Pleat}, Bo},
        title = "{On Folds of the Milky Way}",
      journal = {arXiv e-prints},
     keywords = {Astrophysics - Astrophysics of Galaxies},
         year = 2020,
        month = jan,
          eid = {arXiv:2001.00001},
        pages = {arXiv:2001.00001},
          doi = {10.48550/arXiv.2001.00001},
archivePrefix = {arXiv},
       eprint = {2001.00001},
 primaryClass = {astro-ph.GA},
       adsurl = {https://ui.adsabs.harvard.edu/abs/2020arXiv200100001C},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}
`,
    { title: 'On Folds of the Milky Way', tags: ['Astrophysics - Astrophysics of Galaxies'], authors: ['Ada Crease', 'Bo van den Pleat'], arxivId: '2001.00001', year: 2020 },
  ],
  'INSPIRE': [
    String.raw`@article{Crease:2020abc,
    author = "Crease, Ada and Pleat, B. B.",
    collaboration = "FOLD",
    title = "{Search for $t\bar{t}$ folds at $\sqrt{s}=13$\,TeV}",
    eprint = "2001.00001",
    archivePrefix = "arXiv",
    primaryClass = "hep-ex",
    reportNumber = "CERN-EP-2020-001",
    doi = "10.1103/PhysRevD.101.012001",
    journal = "Phys. Rev. D",
    volume = "101",
    year = "2020"
}
`,
    { title: 'Search for $t\\bar{t}$ folds at $\\sqrt{s}=13$ TeV', authors: ['Ada Crease', 'B. B. Pleat'], arxivId: '2001.00001', doi: '10.1103/physrevd.101.012001', venue: 'Phys. Rev. D', year: 2020 },
  ],
  'BibDesk': [
    String.raw`%% This BibTeX bibliography file was created using BibDesk.
%% https://bibdesk.sourceforge.io/

@article{Crease:2020aa,
	Author = {Ada Crease and Bo Pleat},
	Date-Added = {2021-05-01 12:00:00 +0200},
	Date-Modified = {2021-05-02 12:00:00 +0200},
	Journal = {Folds},
	Title = {On Folds},
	Read = {1},
	Year = {2020},
	Bdsk-Url-1 = {http://arxiv.org/abs/2001.00001}}

@comment{BibDesk Static Groups{
<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><array><dict><key>group name</key></dict></array></plist>
}}
`,
    { title: 'On Folds', authors: ['Ada Crease', 'Bo Pleat'], venue: 'Folds', year: 2020, arxivId: '2001.00001', isRead: true, added: Date.UTC(2021, 4, 1, 10) },
  ],
};

describe('BibTeX of', () => {
  test.each(Object.entries(FILES))('%s', (_, [text, expected]) => {
    const found = readAll(bibtex, text).filter((one) => one.kind === 'problem');
    expect(found).toEqual([]);
    const record = readRecords(bibtex, text).find(({ title }) => !title.startsWith('Proceedings'));
    const empty = { abstract: '', tags: [], note: '', isRead: false, collections: [] };
    const { url, ...rest } = record!;
    expect({ ...rest, ...('url' in expected && { url }) }).toEqual({ ...empty, ...expected });
  });
});
