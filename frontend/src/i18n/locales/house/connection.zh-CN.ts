import type en from './connection.en'

const connection: typeof en = {
  title: '连接测试',
  testing: '正在测试连接…',
  works: '连接正常：Dify 在 {ms} 毫秒内作出响应。',
  worksAs: '“{name}”，{mode}',
  fails: '连接尚未成功。',
  passed: '通过',
  failed: '失败',
  notReached: '未执行',
  remedy: '解决办法：',
  step: {
    address: '地址允许使用',
    name: '主机名可以解析',
    connection: '端口可以连通',
    tls: '加密连接可靠',
    key: 'Dify 接受密钥',
    info: 'Dify 返回应用信息',
    parameters: '应用可以提问',
  },
  other: '遇到问题（{code}）：{message}',
  code: {
    address_private: {
      meaning: '该主机位于内网，未经许可不会向其发送密钥。',
      remedy:
        '请运维人员在 RECHAT_DIFY_NETWORKS 中加入该地址或主机名并重启 ReChat；或改用 Dify 的公网地址。',
    },
    address_forbidden: {
      meaning: '该地址不允许用作 Dify（例如云平台元数据地址、链路本地地址等）。',
      remedy: '请填写网络中实际访问 Dify 的地址。',
    },
    https_required: {
      meaning: '向公网地址发送密钥必须使用 HTTPS。',
      remedy:
        '请让地址以 https:// 开头。如果是内网中没有 HTTPS 的 Dify，请运维人员在 RECHAT_DIFY_NETWORKS 中加入该主机。',
    },
    name_unknown: {
      meaning: '找不到该主机名。',
      remedy: '请检查拼写，并确认 ReChat 所在的服务器能解析该名称：它可能只在另一个网络中有效。',
    },
    not_connected: {
      meaning: '该地址没有响应。',
      remedy: '请检查端口、Dify 是否在运行，以及防火墙是否放行 ReChat。',
    },
    connect_timeout: {
      meaning: '未能在规定时间内建立连接。',
      remedy: '通常是防火墙静默拦截所致，请联系网络管理员，并检查地址和端口。',
    },
    certificate_untrusted: {
      meaning: '证书是自签名的，或由此处不信任的机构签发。',
      remedy:
        '请为 Dify 配置受信任机构签发的证书，或在 ReChat 所在环境中添加贵单位的证书颁发机构（RECHAT_TLS_CA）。',
    },
    certificate_of_another_host: {
      meaning: '证书属于另一台主机。',
      remedy: '请使用证书中的主机名，或为当前主机名重新签发证书。',
    },
    certificate_expired: {
      meaning: '证书已过期或尚未生效。',
      remedy: '请更新 Dify 的证书。如果证书有效，请检查服务器时间。',
    },
    tls_failed: {
      meaning: '对方没有按规范使用 TLS。',
      remedy: '请检查端口：https:// 通常对应 443。没有 TLS 的 Dify 地址以 http:// 开头。',
    },
    key_refused: {
      meaning: 'Dify 不接受该密钥。',
      remedy: '请从应用的“访问 API”页面重新复制密钥。它可能已被删除，或属于另一个 Dify。',
    },
    not_an_app_key: {
      meaning: '这不是应用密钥：没有以 app- 开头。密钥未发送到任何地方。',
      remedy: '请使用应用“访问 API”页面中的密钥，而不是知识库或模型的密钥。',
    },
    both_keys_work: {
      meaning: 'Dify 接受两个密钥。',
      remedy: '可以互换密钥，然后到 Dify 和此处删除旧密钥。',
    },
    first_key_refused: {
      meaning: 'Dify 拒绝主密钥，接受备用密钥。',
      remedy: '请互换密钥，然后移除互换后的备用密钥。',
    },
    spare_key_refused: {
      meaning: 'Dify 接受主密钥，拒绝备用密钥。',
      remedy: '请移除备用密钥，或保存另一个。',
    },
    spare_key_unknown: {
      meaning: 'Dify 接受主密钥，备用密钥未能测试。',
      remedy: '请稍后再次测试。',
    },
    switched_off: {
      meaning: '该应用或其 API 在 Dify 中已关闭。',
      remedy: '请在 Dify 中打开该应用，启用“后端服务 API”。',
    },
    mode_unsupported: {
      meaning: '此处不支持这种类型的应用。',
      remedy: '支持聊天助手、Agent、Chatflow、文本生成和工作流。如果是新类型，请升级 ReChat。',
    },
    mode_changed: {
      meaning: '该应用在 Dify 中的类型与添加时不同。',
      remedy: '请重新填写密钥并保存，以按现在的类型使用。',
    },
    redirected: {
      meaning: '该地址会跳转到另一个地址，而密钥不会随之发送。',
      remedy: '请填写跳转后的地址。常见原因是缺少 https://，或主机名差一个“www.”。',
    },
    not_service_api: {
      meaning: '该地址返回的不是 Dify 服务 API。',
      remedy: '请从 Dify 的“访问 API”页面复制地址，通常以 /v1 结尾。',
    },
    not_published: {
      meaning: '该应用尚未在 Dify 中发布。',
      remedy: '请在 Dify 中打开该应用并点击“发布”。',
    },
    no_answer: {
      meaning: 'Dify 收到请求，但未及时响应。',
      remedy: '请稍后再次测试。如果仍然如此，请查看 Dify 的日志。',
    },
    busy: {
      meaning: 'Dify 正忙。',
      remedy: '请稍后再次测试。',
    },
    cut_off: {
      meaning: '连接在 Dify 响应之前中断。',
      remedy: '请再次测试。如果仍然如此，请检查 Dify 前面的代理。',
    },
    dify_failed: {
      meaning: 'Dify 自身返回了错误。',
      remedy: '请查看 Dify 的日志；ReChat 这一侧已无问题。',
    },
    another_app: {
      meaning: '该密钥对应另一个应用。',
      remedy: '请从 Dify 中同一个应用的“访问 API”页面获取密钥。',
    },
    same_key: {
      meaning: '该密钥已经保存过。',
      remedy: '请在 Dify 中新建密钥，再填写到这里。',
    },
  },
}

export default connection
