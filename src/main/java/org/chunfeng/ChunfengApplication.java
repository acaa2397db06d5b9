package org.chunfeng;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ChunfengApplication {
    public static void main(String[] args) {
        SpringApplication.run(ChunfengApplication.class, args);
    }
}
