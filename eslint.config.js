import tseslint from 'typescript-eslint';

const decoratorOutOfPlace = {
  selector: "Decorator[expression.callee.name='Field'], Decorator[expression.callee.name='ObjectType'], Decorator[expression.callee.name='InputType']",
  message: 'An entity is not an API type: put GraphQL decorators into a *.model.ts or *.inputs.ts.',
};
const noForwardRef = {
  selector: "CallExpression[callee.name='forwardRef']",
  message: 'forwardRef hides a cycle between modules: move what both need into a lower row.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.banshi/**', 'tests/output/**', 'coverage/**', '**/*.generated.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-syntax': ['error', noForwardRef],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // A package's own declaration of an untyped dependency is brought in by a reference.
      '@typescript-eslint/triple-slash-reference': 'off',
    },
  },
  {
    files: ['**/*.entity.ts'],
    rules: { 'no-restricted-syntax': ['error', noForwardRef, decoratorOutOfPlace] },
  },
  {
    // React's forwardRef hands a ref on and has nothing to do with Nest's.
    files: ['admin-ui/**/*.tsx'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The rules that need types: a forgotten await in the server loses an error or a write.
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    languageOptions: { parserOptions: { project: ['./server/tsconfig.lint.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['workflows/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['process', 'Buffer', 'require', 'window', 'document', 'localStorage'].map((name) => ({ name, message: 'Packages under workflows/ run in server and browser alike.' }))],
    },
  },
);
