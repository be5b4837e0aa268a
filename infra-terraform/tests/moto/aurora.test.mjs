import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { EXTERNAL, FUNCTIONS, house, ofType } from './house.mjs'

describe('a house with Aurora, firewall and key', { concurrency: false }, () => {
  let aws
  let resources
  before(async () => {
    const { packages, site_directory } = EXTERNAL
    aws = await house('aurora', {
      packages, site_directory, database: 'aurora-serverless-v2', waf: true, alarm_email: 'ops@example.org',
      aurora: { deletion_protection: false, final_snapshot: false },
      run_log_bucket: true, run_log_retention_days: 90,
    })
    await aws.apply()
    resources = await aws.resources()
  })
  after(() => aws?.stop())

  test('keeps its buckets private and encrypted', () => {
    const blocks = ofType(resources, 'aws_s3_bucket_public_access_block')
    for (const rule of ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']) {
      for (const block of blocks) assert.equal(block[rule], true, `${block.bucket}: ${rule}`)
    }
    const buckets = ofType(resources, 'aws_s3_bucket').map((it) => it.bucket).sort()
    assert.deepEqual(buckets.map((it) => it.replace(/-\d+$/, '')), ['rechat-payloads', 'rechat-site'])
    assert.deepEqual(blocks.map((it) => it.bucket).sort(), buckets)
    const encrypted = ofType(resources, 'aws_s3_bucket_server_side_encryption_configuration')
    assert.deepEqual(encrypted.map((it) => it.bucket).sort(), buckets)
    const policies = ofType(resources, 'aws_s3_bucket_policy').map((it) => JSON.parse(it.policy))
    assert.equal(policies.length, 2)
    const allowed = policies.flatMap((it) => it.Statement).filter((it) => it.Effect === 'Allow')
    assert.deepEqual(allowed.map((it) => it.Principal), [{ Service: 'cloudfront.amazonaws.com' }])
    assert.ok(allowed[0].Condition.StringEquals['aws:SourceArn'].includes(':distribution/'))
  })

  test('lets those to payloads that record, show or remove runs, with its key and below its prefix', () => {
    const [encryption] = ofType(resources, 'aws_s3_bucket_server_side_encryption_configuration')
      .filter((it) => it.bucket.startsWith('rechat-payloads-'))
    const [{ sse_algorithm, kms_master_key_id }] = encryption.rule[0].apply_server_side_encryption_by_default
    assert.equal(sse_algorithm, 'aws:kms')
    assert.equal(kms_master_key_id, ofType(resources, 'aws_kms_key')[0].arn)
    const [{ expiration }] = ofType(resources, 'aws_s3_bucket_lifecycle_configuration')[0].rule
    assert.equal(expiration[0].days, 120)
    const rights = ofType(resources, 'aws_iam_role_policy').map((it) => [
      it.role, JSON.parse(it.policy).Statement.filter((one) => [one.Action].flat().some((action) => action.startsWith('s3:'))),
    ])
    const allowed = rights.filter(([, statements]) => statements.length > 0)
    assert.deepEqual(allowed.map(([role]) => role).sort(), ['rechat-admin', 'rechat-chat-stream', 'rechat-maintenance'])
    for (const [role, [objects, listing]] of allowed) {
      assert.match(objects.Resource, /^arn:aws:s3:::rechat-payloads-\d+\/run-logs\/\*$/, role)
      assert.deepEqual(objects.Action.toSorted(), ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'])
      assert.equal(listing.Action, 's3:ListBucket')
    }
    assert.equal(ofType(resources, 'aws_vpc_endpoint')[0].vpc_endpoint_type, 'Gateway')
  })

  test('lets roles do what they must and no more', () => {
    const policies = ofType(resources, 'aws_iam_role_policy')
    assert.equal(policies.length, FUNCTIONS.length + 1)
    for (const { name, role, policy } of policies) {
      for (const it of JSON.parse(policy).Statement.filter((it) => it.Effect === 'Allow')) {
        for (const action of [it.Action].flat()) assert.ok(!action.includes('*'), `${role}/${name}: ${action}`)
        // AWS takes nothing narrower for a function in a network, and a second statement refuses it to the function's code.
        if (it.Sid !== 'AttachToNetwork') assert.ok(![it.Resource].flat().includes('*'), `${role}: ${it.Sid}`)
      }
    }
    assert.equal(ofType(resources, 'aws_iam_role_policy_attachment').length, 0)
  })

  test('encrypts what is kept, and keeps no log for ever', () => {
    for (const group of ofType(resources, 'aws_cloudwatch_log_group')) {
      assert.ok(group.retention_in_days > 0 && group.kms_key_id, group.name)
    }
    for (const parameter of ofType(resources, 'aws_ssm_parameter')) assert.equal(parameter.type, 'SecureString')
    const [cluster] = ofType(resources, 'aws_rds_cluster')
    assert.ok(cluster.storage_encrypted && cluster.kms_key_id)
    assert.ok(ofType(resources, 'aws_sns_topic')[0].kms_master_key_id)
    assert.equal(ofType(resources, 'aws_kms_key')[0].enable_key_rotation, true)
  })

  test('lets only functions to the database, which sleeps', () => {
    const [instance] = ofType(resources, 'aws_rds_cluster_instance')
    assert.equal(instance.publicly_accessible, false)
    const rules = ofType(resources, 'aws_vpc_security_group_ingress_rule')
    assert.deepEqual(rules.map((it) => [it.from_port, it.to_port, it.cidr_ipv4 || null]), [[3306, 3306, null]])
    assert.equal(ofType(resources, 'aws_rds_cluster')[0].serverlessv2_scaling_configuration[0].min_capacity, 0)
  })

  test('is gone when it is removed', async () => {
    await aws.destroy()
    assert.deepEqual(await aws.resources(), [])
    assert.deepEqual((await aws.list('lambda', '/2015-03-31/functions/')).Functions, [])
  })
})
