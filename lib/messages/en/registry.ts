export const registryRoom = {
  'registry.failure.no-route': 'No route to <m>{server}</m>: the network or the name service is out of reach.',
  'registry.failure.refused': '<m>{server}</m> refused the connection.',
  'registry.failure.unresolved': 'The name <m>{server}</m> has no address.',
  'registry.failure.timeout': '<m>{server}</m> did not finish its answer in time.',
  'registry.failure.reset': '<m>{server}</m> broke off the connection in the middle of its answer.',
  'registry.failure.too-big': 'The answer of <m>{server}</m> was larger than allowed and was cut off.',
  'registry.failure.forbidden-address':
    '<m>{server}</m> leads to an address inside a private network, so it was not asked.',
  'registry.failure.forbidden-host':
    '<m>{server}</m> sends us on to a host that is no registry we know, so it was not asked.',
  'registry.failure.too-many-hops': '<m>{server}</m> sends us on again and again, so we stopped.',
  'registry.failure.certificate':
    '<m>{server}</m> could not prove that it is the registry: its certificate is not valid.',
  'registry.failure.protocol': '<m>{server}</m> answered in a way that is not the web’s.',
  'registry.status.found': '<m>{server}</m> answered.',
  'registry.status.limited': '<m>{server}</m> answered with as many entries as it lists at a time. There are more.',
  'registry.status.empty': '<m>{server}</m> has no entry for this.',
  'registry.status.partial': '<m>{server}</m> answered with reduced information, because its limit was reached.',
  'registry.status.truncated':
    'The answer of <m>{server}</m> broke off. What arrived is kept, and it will be asked again.',
  'registry.status.denied': '<m>{server}</m> denies access to this address for now.',
  'registry.status.rate-limited': '<m>{server}</m> asks us to slow down.',
  'registry.status.unsupported':
    '<m>{server}</m> does not answer this kind of question. This says nothing about whether there are networks.',
  'registry.status.failed': '<m>{server}</m> sent nothing that could be read.',
  'registry.question.not-offered':
    '<m>{server}</m> does not offer this question. This says nothing about whether there are networks.',
  'registry.question.switched-off': 'This question is switched off for <m>{server}</m>.',
  'registry.question.refused-key':
    '<m>{server}</m> was not asked: the key is no address, number or handle it could know.',
  'registry.override.invalid':
    'RINGLEADER_REGISTRIES: the value at <m>{path}</m> is not allowed. Expected per host: address (an IP address), port (1 to 65535), minIntervalMs (0 or more), perDay (questions a day, 1 to 100000), prefixes (a list of CIDR blocks), pivot (true or false), charset (an encoding name), rdap (the base address of an RDAP server on this host, with a final slash).',
} as const;
