/** `robots.txt`: everything may be read; the sitemap is named. */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
