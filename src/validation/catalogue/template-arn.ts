/** ARNs of things whose license configurations stand in the template itself, where License Manager changes nothing. */
export const TEMPLATE_ARN = /^arn:[\w-]+:(ec2:[^:]*:[^:]*:launch-template\/|cloudformation:)/;
