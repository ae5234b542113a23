/** What several pages have in common. */

/** The foot of a page with Sony Music's own policy. */
export const FOOT =
  '<footer><a href="https://www.sonymusic.com/privacy-policy/">Privacy Policy</a> <small>© Sony Music Entertainment</small></footer>';

/** Hosts of Google's tag and of Google Analytics 4. */
export const GOOGLE_ANALYTICS = { Google: ['www.googletagmanager.com', 'www.google-analytics.com'] };

/** The tag of Google Analytics 4, as Google gives it. */
export const GTAG = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-WILD1"></script>
<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-WILD1');</script>`;

/** The snippet of Google Tag Manager with a container of the name given. */
export function tagManager(container: string): string {
  return `<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});
var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i;
f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','${container}');</script>`;
}

/** The pixel of Meta, as Meta gives it. */
export const META_PIXEL = `<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';
n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}
(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1234567890');fbq('track','PageView');</script>`;

/** Hosts of Meta's pixel. */
export const META_HOSTS = { 'Facebook|Meta': ['connect.facebook.net', 'www.facebook.com'] };

/** Google's script is one tag for many products: whether that makes it a tag manager is a matter of words. */
export const GTAG_IMAGES_EITHER = {
  'tag-manager':
    'gtag.js comes from Google’s tag manager and can load other products of Google, but it was put here for one',
};

/** Counted by a ping: the words on pixel tags fit its address, and no image is loaded. */
export const PING_EITHER = {
  'pixel-tag': 'the count goes to an address that is there only for it; no image is loaded',
};

/** Both of Google’s tag, where no image is loaded besides. */
export const GTAG_EITHER = { ...GTAG_IMAGES_EITHER, ...PING_EITHER };

/** Only other companies' scripts keep cookies, on the site's own name. */
export const COOKIES_BY_OTHERS = {
  'first-party-cookies': 'the cookies stand on the site’s own name, and other companies’ scripts wrote all of them',
};

/** A telephone number, and nothing about text messages. */
export const PHONE_EITHER = {
  'mobile-number': 'a telephone number is asked for; whether a mobile one is meant is not said',
};

/** Only the consent tool keeps cookies. */
export const CONSENT_COOKIES = {
  ...COOKIES_BY_OTHERS,
  'third-party-cookies':
    'the only cookies are the consent tool’s notes of the choice, kept on the site’s name and for the site',
};
