output "id" {
  value = aws_api_gateway_rest_api.this.id
}

output "name" {
  value = aws_api_gateway_rest_api.this.name
}

output "domain" {
  value = "${aws_api_gateway_rest_api.this.id}.execute-api.${var.region}.amazonaws.com"
}

output "path" {
  value = "/${local.stage}"
}

output "key" {
  value     = aws_api_gateway_api_key.site.value
  sensitive = true
}
