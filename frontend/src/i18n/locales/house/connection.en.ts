const connection = {
  title: 'Connection test',
  testing: 'Testing the connection…',
  works: 'The connection works: Dify has answered in {ms} ms.',
  worksAs: '“{name}”, {mode}',
  fails: 'The connection does not work yet.',
  passed: 'Passed',
  failed: 'Failed',
  notReached: 'Not reached',
  remedy: 'What to do:',
  step: {
    address: 'The address may be used',
    name: 'The host is known',
    connection: 'Something listens there',
    tls: 'The encryption is sound',
    key: 'Dify takes the key',
    info: 'Dify tells what the app is',
    parameters: 'The app is ready for questions',
  },
  other: 'Something is in the way ({code}): {message}',
  code: {
    address_private: {
      meaning: 'The host is in a private network, where no key is sent without permission.',
      remedy:
        'Whoever runs ReChat names its address or host in RECHAT_DIFY_NETWORKS and starts it again. Or use the public address of your Dify.',
    },
    address_forbidden: {
      meaning:
        'The host is at an address where no Dify may be (metadata of a cloud, link-local and the like).',
      remedy: 'Enter the address under which Dify is reached in the network.',
    },
    https_required: {
      meaning: 'Keys are sent to public addresses only by HTTPS.',
      remedy:
        'Begin the address with https://. For a Dify without it in your own network, whoever runs ReChat names the host in RECHAT_DIFY_NETWORKS.',
    },
    name_unknown: {
      meaning: 'There is no host of this name.',
      remedy:
        'Check the spelling, and whether the server of ReChat knows this name: it may be one of another network.',
    },
    not_connected: {
      meaning: 'Nothing answers at this address.',
      remedy: 'Check the port, whether Dify runs, and whether a firewall lets ReChat through.',
    },
    connect_timeout: {
      meaning: 'No connection came about in time.',
      remedy:
        'Often a firewall that silently refuses: ask whoever runs the network. Check the address and the port.',
    },
    certificate_untrusted: {
      meaning: 'The certificate signs itself, or comes from an authority that is not known here.',
      remedy:
        'Give Dify a certificate of a known authority, or have the authority of your house added where ReChat runs (RECHAT_TLS_CA).',
    },
    certificate_of_another_host: {
      meaning: 'The certificate is for another host.',
      remedy: 'Use the name that stands in the certificate, or renew it for this name.',
    },
    certificate_expired: {
      meaning: 'The certificate has expired or is not valid yet.',
      remedy: 'Renew the certificate of Dify. If it is good, check the clock of the server.',
    },
    tls_failed: {
      meaning: 'What listens there does not speak TLS as it should.',
      remedy: 'Check the port: https:// usually means 443. A Dify without TLS begins with http://.',
    },
    key_refused: {
      meaning: 'Dify does not accept this key.',
      remedy:
        'Copy the key anew from “API Access” of the app. It may have been deleted there, or belong to another Dify.',
    },
    not_an_app_key: {
      meaning: 'This is not the key of an app: it does not begin with app-. It was sent nowhere.',
      remedy: 'Use the key from “API Access” of the app, not one of a dataset or of a model.',
    },
    both_keys_work: {
      meaning: 'Dify takes both keys.',
      remedy: 'You can swap them, and then delete the old one in Dify and here.',
    },
    first_key_refused: {
      meaning: 'Dify refuses the first key and takes the spare key.',
      remedy: 'Swap the keys, and remove what is then the spare one.',
    },
    spare_key_refused: {
      meaning: 'Dify takes the first key and refuses the spare key.',
      remedy: 'Remove the spare key, or store another one.',
    },
    spare_key_unknown: {
      meaning: 'Dify takes the first key; the spare key could not be tried.',
      remedy: 'Test again in a moment.',
    },
    switched_off: {
      meaning: 'The app, or its API, is switched off in Dify.',
      remedy: 'In Dify, open the app and switch “Backend Service API” on.',
    },
    mode_unsupported: {
      meaning: 'Apps of this kind cannot be used here.',
      remedy:
        'Chatbots, agents, chatflows, text generators and workflows can. Update ReChat if the kind is new.',
    },
    mode_changed: {
      meaning: 'In Dify the app is of another kind than when it was added.',
      remedy: 'Enter its key again and save, to use it as it is now.',
    },
    redirected: {
      meaning: 'The address leads on to another one, and a key is not sent along.',
      remedy:
        'Enter the address that it leads to. Often https:// is missing, or the name differs by “www.”.',
    },
    not_service_api: {
      meaning: 'What answers there is not the Service API of a Dify.',
      remedy: 'Take the address from “API Access” in Dify; it usually ends in /v1.',
    },
    not_published: {
      meaning: 'The app has not been published in Dify yet.',
      remedy: 'In Dify, open the app and press “Publish”.',
    },
    no_answer: {
      meaning: 'Dify took the question and did not answer in time.',
      remedy: 'Test again in a moment. If it stays so, look into the logs of Dify.',
    },
    busy: {
      meaning: 'Dify is busy.',
      remedy: 'Test again in a moment.',
    },
    cut_off: {
      meaning: 'The connection ended before Dify had answered.',
      remedy: 'Test again. If it stays so, look at the proxy before Dify.',
    },
    dify_failed: {
      meaning: 'Dify answers with an error of its own.',
      remedy: 'Look into the logs of Dify; ReChat has come as far as it can.',
    },
    another_app: {
      meaning: 'This key opens another app.',
      remedy: 'Take the key from “API Access” of the same app in Dify.',
    },
    same_key: {
      meaning: 'This is the key that is stored already.',
      remedy: 'Make a new one in Dify, and enter that.',
    },
  },
}

export default connection
