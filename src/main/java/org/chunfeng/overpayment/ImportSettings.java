package org.chunfeng.overpayment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How lists are loaded.
 *
 * @param chunk rows in one transaction
 * @param largest size of an upload
 */
@ConfigurationProperties("chunfeng.imports")
record ImportSettings(
        @DefaultValue("500") int chunk,
        @DefaultValue("200MB") DataSize largest) {}
