import { mount } from 'svelte';

import './style/tokens.css';
import './style/fonts.css';
import './style/base.css';
import './style/controls.css';
import { outbox } from './offline/outbox.svelte';
import { session } from './session/session.svelte';
import App from './shell/App.svelte';
import { choose_letters } from './style/letters';
import { display } from './shell/display.svelte';
import { follow_links } from './shell/router.svelte';

display.apply();
follow_links();
void choose_letters().then(() => mount(App, { target: document.body }));

// A page of a one-time link asks nothing of who is signed in.
outbox.begin();
if (!location.pathname.startsWith('/lien-ket/')) void session.begin().then(() => outbox.deliver_all());

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
