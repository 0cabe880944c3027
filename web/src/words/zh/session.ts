export const session = {
  title: '登录',
  lead: '多家机构，一次预约。',
  login: '账号',
  password: '密码',
  submit: '登录',
  demoHint: '演示账号和密码显示在启动窗口里。',
}
