output "name" {
  value = aws_lambda_function.this.function_name
}

output "version" {
  description = "What was published last."
  value       = aws_lambda_function.this.version
}
