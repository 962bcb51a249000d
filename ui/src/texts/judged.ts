/** The texts that explain what a provider other than JaaS makes of a token, by its own rules. */
import type { ProviderRule } from '../bindings/ProviderRule';
import type { ProviderUnchecked } from '../bindings/ProviderUnchecked';

export interface JudgedTexts {
  accepted: (system: string) => string;
  unproved: (system: string) => string;
  refused: (system: string) => string;
  /** What the verdict rests on. */
  withOwn: (tenant: string) => string;
  withWindows: (why: string) => string;
  onServer: string;
  /** What the claims mean that JaaS has not, by place. */
  meanings: Readonly<Record<string, string>>;
  rules: Record<ProviderRule, string>;
  unchecked: Record<ProviderUnchecked, string>;
}
