package dev.rechat.lambda.gateway;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;

/** Micronaut's request handling (filters, routes, errors, encoding) for proxy events. */
final class GatewayHandler extends ServletHttpHandler<GatewayEvent, GatewayAnswer> {

    GatewayHandler(ApplicationContext context) {
        super(context, context.getBean(ConversionService.class));
    }

    void service(GatewayRequest request) {
        service((ServletExchange<GatewayEvent, GatewayAnswer>) request);
    }

    /** Micronaut's other way in, for containers that make the answer's object themselves; there is none here. */
    @Override
    protected ServletExchange<GatewayEvent, GatewayAnswer> createExchange(GatewayEvent event, GatewayAnswer answer) {
        throw new UnsupportedOperationException("an exchange is made by Gateway");
    }
}
