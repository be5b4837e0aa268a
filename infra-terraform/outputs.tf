output "url" {
  description = "Where people find it. The first account that registers there becomes the administrator."
  value       = local.public_url
}

output "api_id" {
  description = "The REST API."
  value       = module.api.id
}

output "functions" {
  description = "Names of the functions."
  value       = { for name, function in module.function : name => function.name }
}

output "live_versions" {
  description = "What is live now: note it before an upgrade, give it as live_versions to go back."
  value       = module.release.versions
}

output "migration" {
  description = "What the last migration did."
  value       = module.release.migration
}

output "bucket" {
  description = "The web app's files."
  value       = module.site.bucket
}

output "payloads_bucket" {
  description = "What is too large for records of runs; null where the database keeps it."
  value       = one(module.payloads[*].bucket)
}

output "distribution_id" {
  description = "CloudFront's distribution."
  value       = module.site.distribution_id
}

output "distribution_domain" {
  description = "What a DNS record for a name of one's own points to, where Terraform does not make it."
  value       = module.site.distribution_domain
}

output "most_connections" {
  description = "Connections that the functions may open together."
  value       = local.most_connections
}
