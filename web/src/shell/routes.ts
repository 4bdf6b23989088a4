// All pages of the application on one page. Each room is fetched when it is first entered.
import type { Route } from './router.svelte';

export const routes: Route[] = [
  { pattern: '/hom-nay', load: () => import('../today/TodayPage.svelte') },

  { pattern: '/bao-cao', load: () => import('../report/ReportsPage.svelte') },
  { pattern: '/bao-cao/:unit/:period/:form', load: () => import('../report/FormPage.svelte') },
  { pattern: '/bao-cao/:unit/:period/:form/kiem-tra', load: () => import('../report/CheckPage.svelte') },
  { pattern: '/bao-cao-da-nhan', load: () => import('../review/ReceivedPage.svelte') },
  { pattern: '/duyet/:unit/:period/:form', load: () => import('../review/ReviewPage.svelte') },

  { pattern: '/van-ban', load: () => import('../directive/DirectivesPage.svelte') },
  {
    pattern: '/van-ban/giao-moi',
    deed: 'adopt_directive',
    load: () => import('../directive/HandDownPage.svelte'),
  },
  { pattern: '/van-ban/:id', load: () => import('../directive/DirectivePage.svelte') },

  { pattern: '/bang-tien-do', load: () => import('../progress/ProgressPage.svelte') },
  { pattern: '/con-so/:unit/:element/:period', load: () => import('../figure/FigurePage.svelte') },
  { pattern: '/toan-canh', load: () => import('../overview/OverviewPage.svelte') },

  { pattern: '/tim-don-vi', load: () => import('../units/FindPage.svelte') },
  { pattern: '/don-vi/:code', load: () => import('../units/UnitPage.svelte') },
  { pattern: '/sap-xep-to-chuc', deed: 'reorganise', load: () => import('../units/ReorganisePage.svelte') },

  { pattern: '/tai-khoan', deed: 'manage_accounts', load: () => import('../accounts/AccountsPage.svelte') },
  { pattern: '/nhat-ky', deed: 'see_audit', load: () => import('../accounts/AuditPage.svelte') },
  { pattern: '/danh-muc', load: () => import('../catalogue/CataloguePage.svelte') },
  { pattern: '/toi', load: () => import('../session/MePage.svelte') },
];
