/** The modules of build/organisations.ts: a file of each organisation, the project's own first. The files were checked against their schemas. */
interface OrganisationModule<File> {
  readonly id: string;
  readonly file: File;
}

declare module 'virtual:organisations/organisation.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').Organisation>[];
  export default list;
}
declare module 'virtual:organisations/marks.json' {
  const list: readonly OrganisationModule<Pick<import('../schemas/policy-data.ts').Organisation, 'marks'>>[];
  export default list;
}
declare module 'virtual:organisations/names.json' {
  type Named = import('../schemas/policy-data.ts').Organisation;
  const list: readonly OrganisationModule<Pick<Named, 'name' | 'legalName' | 'family'>>[];
  export default list;
}
declare module 'virtual:organisations/examples.json' {
  const list: readonly OrganisationModule<Pick<import('../schemas/policy-data.ts').Organisation, 'examples'>>[];
  export default list;
}
declare module 'virtual:organisations/sites.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').SitesFile>[];
  export default list;
}
declare module 'virtual:organisations/lookalikes.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').LookalikesFile>[];
  export default list;
}
declare module 'virtual:organisations/routes.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').RoutesFile>[];
  export default list;
}
declare module 'virtual:organisations/policy.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').Policy>[];
  export default list;
}
declare module 'virtual:organisations/clauses.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').ClausesFile>[];
  export default list;
}
declare module 'virtual:organisations/named-companies.json' {
  const list: readonly OrganisationModule<import('../schemas/label-data.ts').NamedCompaniesFile>[];
  export default list;
}
declare module 'virtual:organisations/carried-words.json' {
  const list: readonly OrganisationModule<import('../schemas/label-data.ts').CarriedWordsFile>[];
  export default list;
}
declare module 'virtual:organisations/policies/history.json' {
  const list: readonly OrganisationModule<import('../schemas/policy-data.ts').PolicyHistoryFile>[];
  export default list;
}
declare module 'virtual:organisations/policy.md' {
  const list: readonly OrganisationModule<string>[];
  export default list;
}
