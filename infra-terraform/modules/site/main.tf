# One domain for people: CloudFront in front of the web app's files (a bucket that nobody else reads) and of the API.

terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.us_east_1]
    }
  }
}

locals {
  # CloudFront's own policies, the same in every account.
  caching_optimized    = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled     = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  all_viewer_but_host  = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
  api_paths            = ["/api/*", "/v1/*", "/health"]
  every_method         = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
  certificate_made     = try(var.domain.zone_id, null) != null
  certificate_arn      = local.certificate_made ? aws_acm_certificate_validation.this[0].certificate_arn : try(var.domain.certificate_arn, null)
  has_domain           = var.domain != null
  origin_read_seconds  = 60
  origin_alive_seconds = 60
}

resource "aws_cloudfront_distribution" "this" {
  comment             = var.name
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  default_root_object = "index.html"
  price_class         = var.price_class
  aliases             = local.has_domain ? [var.domain.name] : []
  web_acl_id          = var.waf ? aws_wafv2_web_acl.this[0].arn : null

  origin {
    origin_id                = "site"
    domain_name              = aws_s3_bucket.this.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }

  origin {
    origin_id   = "api"
    domain_name = var.api_domain
    origin_path = var.api_path

    custom_header {
      name  = "x-api-key"
      value = var.api_key
    }

    # The longest silence: answers that stream break it every ten seconds (docs/api.md), buffered ones end after 29.
    custom_origin_config {
      http_port                = 80
      https_port               = 443
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_read_timeout      = local.origin_read_seconds
      origin_keepalive_timeout = local.origin_alive_seconds
    }
  }

  default_cache_behavior {
    target_origin_id           = "site"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.page["app"].id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.routes.arn
    }
  }

  # The hidden page in which diagrams are drawn has a policy of its own.
  ordered_cache_behavior {
    path_pattern               = "/diagram.html"
    target_origin_id           = "site"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.page["diagram"].id
  }

  # Compression would hold back the pieces of a stream.
  dynamic "ordered_cache_behavior" {
    for_each = local.api_paths

    content {
      path_pattern               = ordered_cache_behavior.value
      target_origin_id           = "api"
      viewer_protocol_policy     = "https-only"
      allowed_methods            = local.every_method
      cached_methods             = ["GET", "HEAD"]
      compress                   = false
      cache_policy_id            = local.caching_disabled
      origin_request_policy_id   = local.all_viewer_but_host
      response_headers_policy_id = aws_cloudfront_response_headers_policy.api.id
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = !local.has_domain
    acm_certificate_arn            = local.certificate_arn
    ssl_support_method             = local.has_domain ? "sni-only" : null
    minimum_protocol_version       = local.has_domain ? "TLSv1.2_2021" : null
  }
}

resource "aws_cloudfront_function" "routes" {
  name    = "${var.name}-routes"
  comment = "Routes that only the web app knows are its page"
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = file("${path.module}/routes.js")
}
