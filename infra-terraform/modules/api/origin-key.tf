# Requests come through CloudFront or not at all: it adds this key. Who could reach the gateway past it could choose the
# address that throttling and sessions rely on (X-Forwarded-For).

resource "aws_api_gateway_api_key" "site" {
  name        = "${var.name}-site"
  description = "Added by CloudFront"
}

resource "aws_api_gateway_usage_plan" "site" {
  name        = "${var.name}-site"
  description = "CloudFront; without limits of its own"

  api_stages {
    api_id = aws_api_gateway_rest_api.this.id
    stage  = aws_api_gateway_stage.this.stage_name
  }
}

resource "aws_api_gateway_usage_plan_key" "site" {
  key_id        = aws_api_gateway_api_key.site.id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.site.id
}
