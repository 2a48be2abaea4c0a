import type { Plugin } from 'vite';

/**
 * Takes the icon font out of video.js's stylesheet: the player draws its icons as SVG, and the font's data: address would be
 * refused by the content security policy and reported on every page with a player.
 */
export function noIconFont(): Plugin {
  return {
    name: 'pamong:no-icon-font',
    enforce: 'pre',
    transform(code, id) {
      if (!/video-js\.css(?:\?|$)/.test(id)) return null;
      const stripped = code.replace(/@font-face\s*\{[^}]*\}/, '');
      if (stripped === code) this.error('the stylesheet of video.js has no icon font any more: this plugin can go');
      return { code: stripped, map: null };
    },
  };
}
