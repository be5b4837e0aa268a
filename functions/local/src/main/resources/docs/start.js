window.SwaggerUIBundle({ url: '/api/openapi.yml', dom_id: '#api', deepLinking: true })
