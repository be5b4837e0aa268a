output "domain" {
  description = "Where people find it."
  value       = local.has_domain ? var.domain.name : aws_cloudfront_distribution.this.domain_name
}

output "distribution_domain" {
  value = aws_cloudfront_distribution.this.domain_name
}

output "distribution_id" {
  value = aws_cloudfront_distribution.this.id
}

output "bucket" {
  value = aws_s3_bucket.this.bucket
}
