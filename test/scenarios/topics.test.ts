import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('SNS topics', () => {
  scenario(
    'sns-topic-name, sns-fifo-not-modelled, sns-topic-differs: a topic made twice is one topic',
    `
    topics
    topic        alerts DisplayName=Licences
    topic        alerts
    topic        alerts DisplayName=Licences
    topic        alerts DisplayName=Other        | refused sns-topic-differs part=attributes differing=DisplayName
    tagged-topic alerts team=billing             | refused sns-topic-differs part=tags differing=team
    tagged-topic aws-license-manager-service-a team=billing
    tagged-topic aws-license-manager-service-a team=billing
    topic        ${'n'.repeat(256)}
    topic        ${'n'.repeat(257)}              | refused sns-topic-name found=257
    topic        al.erts                         | refused sns-topic-name name=al.erts
    topic        alerts.fifo                     | refused sns-fifo-not-modelled
    topic        more FifoTopic=true             | refused sns-fifo-not-modelled
    topic        more FifoTopic=false
    topics       alerts aws-license-manager-service-a more ${'n'.repeat(256)}
    region       eu-west-1
    topics
  `,
  );

  scenario(
    'sns-topic-arn, sns-topic-owner, sns-topic-not-found: each to its own; what is gone may be deleted again',
    `
    account      payroll 222233334444
    topic        alerts
    publish      alerts licences are short
    delete-topic nonsense                        | refused sns-topic-arn arn=nonsense
    as           payroll
    publish      alerts hello                    | refused sns-topic-owner account=payroll owner=home
    delete-topic alerts                          | refused sns-topic-owner
    as           home
    region       eu-west-1
    publish      alerts hello                    | refused sns-topic-arn region=eu-west-1
    region       us-east-1
    delete-topic alerts
    delete-topic alerts
    topics
    publish      alerts hello                    | refused sns-topic-not-found
    topic        alerts
    publish      alerts hello
  `,
  );

  scenario(
    'sns-publish-target, sns-sms-not-modelled, sns-message-empty, sns-message-length: one place, and something to say',
    `
    topic        alerts
    publish      alerts                          | refused sns-message-empty
    publish      alerts ${'x'.repeat(262_144)}
    publish      alerts ${'x'.repeat(262_143)}é  | refused sns-message-length found=262145 max=262144
    publish      alerts hello TargetArn=other    | refused sns-publish-target targets=2
    publish      alerts hello PhoneNumber=+4912  | refused sns-publish-target targets=2
    text         +4912 hello                     | refused sns-sms-not-modelled
    publish      alerts hello MessageDeduplicationId=1 | refused sns-fifo-not-modelled
  `,
  );

  scenario(
    'sns-subject, sns-message-structure, sns-message-attribute: in the form that SNS takes',
    `
    topic        alerts
    publish      alerts hello Subject=${'s'.repeat(99)}
    publish      alerts hello Subject=${'s'.repeat(100)} | refused sns-subject found=100 limit=100
    publish      alerts hello Subject=é          | refused sns-subject
    publish      alerts {"default":"hello"} MessageStructure=json
    publish      alerts {"email":"hello"} MessageStructure=json | refused sns-message-structure
    publish      alerts hello MessageStructure=xml | refused sns-message-structure structure=xml
    attribute    alerts Number 4
    attribute    alerts Number four              | refused sns-message-attribute name=it type=Number
    attribute    alerts Colour red               | refused sns-message-attribute
  `,
  );
});
