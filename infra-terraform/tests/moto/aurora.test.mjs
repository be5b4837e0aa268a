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
    })
    await aws.apply()
    resources = await aws.resources()
  })
  after(() => aws?.stop())

  test('keeps its bucket private and encrypted', () => {
    const [block] = ofType(resources, 'aws_s3_bucket_public_access_block')
    for (const rule of ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']) {
      assert.equal(block[rule], true, rule)
    }
    assert.equal(ofType(resources, 'aws_s3_bucket').length, 1)
    assert.equal(ofType(resources, 'aws_s3_bucket_server_side_encryption_configuration').length, 1)
    const policy = JSON.parse(ofType(resources, 'aws_s3_bucket_policy')[0].policy)
    const allowed = policy.Statement.filter((it) => it.Effect === 'Allow')
    assert.deepEqual(allowed.map((it) => it.Principal), [{ Service: 'cloudfront.amazonaws.com' }])
    assert.ok(allowed[0].Condition.StringEquals['aws:SourceArn'].includes(':distribution/'))
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
