import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.serviceworker } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-len': [
        'error',
        { code: 110, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreUrls: true },
      ],
      'no-console': 'error',
      // The compiler of TypeScript knows all names, and those of the browser better.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Addresses are made in one place, src/shell/addresses.ts.
      'svelte/no-navigation-without-resolve': 'off',
      // A map that lives as long as one call needs no signals.
      'svelte/prefer-svelte-reactivity': 'off',
      // Words stand in both languages on one line, and markup breaks where prettier wants it.
      'max-len': 'off',
    },
  },
  {
    // Both languages of one text stand beside each other, however long.
    files: ['src/words/*.ts', 'test/**/*.ts'],
    rules: { 'max-len': 'off' },
  },
);
