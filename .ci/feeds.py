#!/usr/bin/env python3
"""Reads every feed of a built site over HTTP as feedparser does, and those of the languages as newsboat does.

Called with the site's folder. Prints what is wrong, a line each, and ends with one line of JSON:
the number of checks and of those that failed.
"""
import functools
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import feedparser


class Files(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return super().translate_path('/' + path.removeprefix(base))

    def log_message(self, *_):
        pass


folder = Path(sys.argv[1])
address = re.search(r'Sitemap: (\S+)sitemap\.xml', (folder / 'robots.txt').read_text()).group(1)
base = urlsplit(address).path
httpd = ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Files, directory=str(folder)))
threading.Thread(target=httpd.serve_forever, daemon=True).start()
server = f'http://127.0.0.1:{httpd.server_port}{base}'
unwanted = re.compile(r'<(?:script|style|svg|iframe|astro-)|\s(?:class|style|loading|on\w+)=')
relative = re.compile(r'\s(?:href|src|poster)="(?!https?:|mailto:|tel:|data:)([^"]*)')
faults = []


def local(url):
    return server + url.removeprefix(address)


def is_there(url):
    path = folder / unquote(re.sub(r'[?#].*', '', url.removeprefix(address)))
    return path.is_file() or (path / 'index.html').is_file()


def entry_faults(entry):
    html = entry.content[0].value if entry.get('content') else ''
    if html == '':
        yield 'has no content'
    if unwanted.search(html):
        yield f'holds {unwanted.search(html).group(0)}'
    if relative.search(html):
        yield f'holds the address {relative.search(html).group(1)}'
    for url in set(re.findall(r'\s(?:href|src|poster)="([^"]*)', html)) | {entry.link}:
        if url.startswith(address) and not is_there(unescape(url)):
            yield f'leads to {url}, which is not there'
    for name in ('id', 'title', 'link', 'published', 'updated' if entry.get('updated') else 'published'):
        if not entry.get(name):
            yield f'has no {name}'


def read(route):
    # As it is written: what feedparser would mend must not be there.
    feed = feedparser.parse(local(address + route), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        faults.append(f'{route}: {feed.bozo_exception}')
    own = [link.href for link in feed.feed.get('links', []) if link.rel == 'self']
    if own != [address + quote(route)]:
        faults.append(f'{route}: calls itself {own}')
    faults.extend(f'{route}: {entry.get("id")} {fault}' for entry in feed.entries for fault in entry_faults(entry))
    return feed


feeds = sorted(path.relative_to(folder).as_posix() for path in folder.rglob('*.xml') if path.name != 'sitemap.xml')
parsed = {route: read(route) for route in feeds}

for route in [one for one in feeds if one.count('/') == 1 and one.endswith('/atom.xml')]:
    lang = route.split('/')[0]
    reached, at = set(), route
    while at is not None and at in parsed:
        reached |= {entry.link for entry in parsed[at].entries}
        earlier = [link.href for link in parsed[at].feed.links if link.rel == 'prev-archive']
        at = earlier[0].removeprefix(address) if earlier else None
    essays = {address + path.parent.relative_to(folder).as_posix() + '/' for path in folder.glob(f'{lang}/*/index.md')}
    faults.extend(f'{route}: its archive does not reach {link}' for link in sorted(essays - reached))



def newsboat(routes):
    """What a reader that people use has taken from some feeds: title and number of entries by route."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        (place / 'urls').write_text(''.join(f'{server}{route}\n' for route in routes))
        (place / 'config').write_text('')
        call = ['newsboat', '-u', place / 'urls', '-c', place / 'cache.db', '-C', place / 'config', '-x', 'reload']
        subprocess.run(call, check=True, timeout=120, stdout=subprocess.DEVNULL, env={'HOME': home, 'PATH': '/usr/bin:/bin'})
        with sqlite3.connect(place / 'cache.db') as cache:
            rows = cache.execute('select feedurl, guid, content from rss_item').fetchall()
    return {route: [(guid, text) for url, guid, text in rows if url == server + route] for route in routes}


checks = len(feeds)
if shutil.which('newsboat') is not None:
    # Its cache holds each id once, so the two formats of one feed cannot be asked for together.
    taken = {}
    for name in ('feed.xml', 'atom.xml'):
        taken |= newsboat([route for route in feeds if re.fullmatch(rf'[^/]+/{re.escape(name)}', route)])
    checks += len(taken)
    for route, entries in taken.items():
        if sorted(guid for guid, _ in entries) != sorted(entry.id for entry in parsed[route].entries):
            faults.append(f'{route}: newsboat has {len(entries)} of {len(parsed[route].entries)} entries')
        faults.extend(f'{route}: newsboat has no text of {guid}' for guid, text in entries if not text)
else:
    print('newsboat is not there and was not asked.')

for fault in faults[:40]:
    print(fault)
bad = len({fault.split(':')[0] for fault in faults})
print(json.dumps({'passed': checks - bad, 'failed': bad}))
