/** A table to begin with, as the import takes it; with a mark that has spreadsheets read it as UTF-8. */
export const TEMPLATE =
  '\uFEFFemail,display_name,role,language,active,groups\r\n' +
  'ada@example.org,Ada Lovelace,user,en,true,\r\n' +
  'wang.fang@example.org,王芳,user,zh-CN,true,\r\n'
